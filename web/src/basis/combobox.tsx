// SPDX-License-Identifier: EUPL-1.2
// Type-to-search field over a server list: one listbox for address, signaal and the like. Built on React Aria's hooks;
// its ready-made ComboBox is the same behaviour with drag and drop and virtual tables in tow (20 kB).
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useComboBox } from 'react-aria/useComboBox';
import { type AriaListBoxOptions, useListBox, useOption } from 'react-aria/useListBox';
import type { Node } from 'react-stately';
import { Item } from 'react-stately/Item';
import { type ComboBoxState, useComboBoxState } from 'react-stately/useComboBoxState';
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
  placeholder?: string;
  /** The chosen item, or null while the text is only text. */
  onChoose: (choice: C | null, text: string) => void;
  /** Line at the foot of the list when nothing was found. */
  nothing?: ReactNode;
}

function Option<C extends Choice>({ node, state }: { node: Node<C>; state: ComboBoxState<C> }) {
  const ref = useRef<HTMLLIElement>(null);
  const { optionProps, labelProps, descriptionProps, isFocused } = useOption({ key: node.key }, state, ref);
  const choice = node.value;
  return (
    <li {...optionProps} ref={ref} className="dw-zoekveld__keuze" data-focused={isFocused || undefined}>
      <span {...labelProps}>{node.rendered}</span>
      {choice?.detail !== undefined && (
        <span {...descriptionProps} className="dw-zoekveld__detail">
          {choice.detail}
        </span>
      )}
    </li>
  );
}

interface ListProps<C extends Choice> {
  state: ComboBoxState<C>;
  listProps: AriaListBoxOptions<C>;
  listRef: RefObject<HTMLUListElement | null>;
  empty: ReactNode;
}

function List<C extends Choice>({ state, listProps, listRef, empty }: ListProps<C>) {
  const { listBoxProps } = useListBox({ ...listProps, autoFocus: state.focusStrategy ?? false }, state, listRef);
  return (
    <ul {...listBoxProps} ref={listRef} className="dw-zoekveld__lijst">
      {[...state.collection].map((node) => (
        <Option key={node.key} node={node} state={state} />
      ))}
      {state.collection.size === 0 && (
        <li role="option" aria-selected="false" aria-disabled="true" className="dw-zoekveld__leeg">
          {empty}
        </li>
      )}
    </ul>
  );
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
  const inputRef = useRef<HTMLInputElement>(null);
  const listBoxRef = useRef<HTMLUListElement>(null);
  const popoverRef = useRef<HTMLDivElement>(null);
  const options = {
    id: fieldId(name),
    label,
    description: hint,
    errorMessage: error,
    isInvalid: error !== undefined,
    items: choices,
    inputValue: text,
    onInputChange: (value: string) => {
      if (value === text) return;
      setText(value);
      if (!choices.some((choice) => choice.text === value)) onChoose(null, value);
    },
    onSelectionChange: (key: string | number | null) => {
      const chosen = choices.find((choice) => choice.id === key);
      if (chosen === undefined) return;
      setText(chosen.text);
      onChoose(chosen, chosen.text);
    },
    allowsCustomValue: true,
    allowsEmptyCollection: true,
    menuTrigger: 'input',
    children: (choice: C) => (
      <Item key={choice.id} textValue={choice.text}>
        {choice.text}
      </Item>
    ),
  } as const;
  const state = useComboBoxState<C>(options);
  const { labelProps, inputProps, listBoxProps, descriptionProps, errorMessageProps } = useComboBox<C>(
    { ...options, inputRef, listBoxRef, popoverRef },
    state,
  );
  let empty: ReactNode = props.nothing ?? t('basis.nietsgevonden');
  if (!wanted) empty = t('basis.typverder');
  else if (found.isFetching) empty = t('basis.zoekt');
  else if (found.isError) empty = problemText(found.error, t, false);
  return (
    <div className={`dw-veld dw-zoekveld ${error === undefined ? '' : 'dw-veld--fout'}`}>
      <label {...labelProps} htmlFor={fieldId(name)} className="utrecht-form-label dw-veld__naam">
        {label}
        {optional && <span className="dw-veld__optioneel"> ({t('basis.nietverplicht')})</span>}
      </label>
      {hint !== undefined && (
        <div {...descriptionProps} className="utrecht-form-field-description dw-veld__hulp">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div {...errorMessageProps} className="utrecht-form-field-error-message dw-veld__fout">
          {error}
        </div>
      )}
      <div className="dw-zoekveld__plek">
        <input
          {...inputProps}
          ref={inputRef}
          className={`utrecht-textbox utrecht-textbox--html-input dw-invoer ${error === undefined ? '' : 'utrecht-textbox--invalid'}`}
          aria-required={!optional}
          placeholder={props.placeholder}
        />
        {state.isOpen && (
          <div ref={popoverRef} className="dw-zoekveld__uit">
            <List state={state} listProps={listBoxProps} listRef={listBoxRef} empty={empty} />
          </div>
        )}
      </div>
    </div>
  );
}
