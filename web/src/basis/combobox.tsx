// SPDX-License-Identifier: EUPL-1.2
// Type-to-search field over a server list: one listbox for address, signaal and the like.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useLanguage } from './language';
import { problemText } from './problem';
import { fieldId } from './vorm/fields';

const WAIT_MS = 120;

export interface Choice {
  id: string;
  /** What stands in the field once chosen. */
  text: string;
  detail?: ReactNode;
}

interface SearchFieldProps<C extends Choice> {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  /** Key and function of the search; called with at least `minimum` characters. */
  queryKey: string;
  search: (text: string) => Promise<C[]>;
  minimum?: number;
  initialText?: string;
  /** The chosen item, or null while the text is only text. */
  onChoose: (choice: C | null, text: string) => void;
  /** Line at the foot of the list when nothing was found. */
  nothing?: ReactNode;
}

export function SearchField<C extends Choice>(props: SearchFieldProps<C>) {
  const { name, label, hint, error, optional, search, minimum = 2, onChoose } = props;
  const { t } = useLanguage();
  const [text, setText] = useState(props.initialText ?? '');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const wanted = asked.length >= minimum;
  const found = useQuery({
    queryKey: ['zoek', props.queryKey, asked],
    queryFn: () => search(asked),
    enabled: wanted,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const choices = wanted ? (found.data ?? []) : [];
  const empty = found.isError ? problemText(found.error, t, false) : found.isFetching ? t('basis.zoekt') : (props.nothing ?? t('basis.nietsgevonden'));
  return (
    <ComboBox
      className={`utrecht-form-field dw-veld dw-zoekveld ${error === undefined ? '' : 'utrecht-form-field--invalid'}`}
      items={choices}
      inputValue={text}
      onInputChange={(value) => {
        setText(value);
        if (!choices.some((choice) => choice.text === value)) onChoose(null, value);
      }}
      onSelectionChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen === undefined) return;
        setText(chosen.text);
        onChoose(chosen, chosen.text);
      }}
      allowsCustomValue
      allowsEmptyCollection={wanted}
      isInvalid={error !== undefined}
      menuTrigger="input"
    >
      <Label className="utrecht-form-label dw-veld__naam">
        {label}
        {optional && <span className="dw-veld__optioneel"> ({t('basis.nietverplicht')})</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="utrecht-form-field-description dw-veld__hulp">
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className="utrecht-form-field-error-message dw-veld__fout">
          {error}
        </Text>
      )}
      <Input id={fieldId(name)} className="utrecht-textbox utrecht-textbox--html-input dw-invoer" aria-required={!optional} />
      <Popover className="dw-zoekveld__lijst" offset={4}>
        <ListBox<C> renderEmptyState={() => <div className="dw-zoekveld__leeg">{empty}</div>}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.text} className="dw-zoekveld__keuze">
              <Text slot="label">{choice.text}</Text>
              {choice.detail !== undefined && (
                <Text slot="description" className="dw-zoekveld__detail">
                  {choice.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
