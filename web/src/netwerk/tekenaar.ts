// SPDX-License-Identifier: EUPL-1.2
// The chart on a canvas (Cytoscape): draws what it is given, and tells what somebody points at, moves or opens.
import cytoscape, { type Core, type ElementDefinition, type StylesheetStyle } from 'cytoscape';
import type { Punt, Sleutel, Tekening } from './model';
import { alsBeeld, symboolVan } from './symbolen';

export interface Luisteraar {
  kies: (knopen: readonly Sleutel[], lijn: string | null) => void;
  verplaats: (plaats: Record<Sleutel, Punt>) => void;
  open: (sleutel: Sleutel) => void;
}

const INKT = '#17232e';
const GROND = '#ffffff';
const ACTIE = '#125a78';
const MERK = '#b45309';

const STIJL: StylesheetStyle[] = [
  {
    selector: 'node',
    style: {
      width: 44,
      height: 44,
      'background-color': GROND,
      'border-width': 2,
      'border-color': 'data(kleur)',
      'background-image': 'data(beeld)',
      'background-width': 26,
      'background-height': 26,
      'background-image-containment': 'over',
      label: 'data(naam)',
      color: INKT,
      'font-family': '"Source Sans 3 Variable", system-ui, sans-serif',
      'font-size': 13,
      'text-valign': 'bottom',
      'text-margin-y': 5,
      'text-wrap': 'wrap',
      'text-max-width': '120px',
      'text-background-color': GROND,
      'text-background-opacity': 0.85,
      'text-background-padding': '2px',
    },
  },
  {
    selector: 'node[soort = "groep"]',
    style: { shape: 'round-rectangle', 'border-style': 'double', 'border-width': 5 },
  },
  { selector: 'node[?vast]', style: { 'border-width': 4 } },
  { selector: 'node[?pad]', style: { 'border-color': MERK, 'border-width': 4 } },
  {
    selector: 'node:selected',
    style: { 'background-color': '#e3f0f5', 'outline-width': 3, 'outline-color': ACTIE, 'outline-offset': 3 },
  },
  {
    selector: 'edge',
    style: {
      width: 'data(dikte)',
      'line-color': '#5c6b78',
      'curve-style': 'straight',
      label: 'data(naam)',
      color: INKT,
      'font-family': '"Source Sans 3 Variable", system-ui, sans-serif',
      'font-size': 11,
      'text-background-color': GROND,
      'text-background-opacity': 0.9,
      'text-background-padding': '1px',
      'text-rotation': 'autorotate',
      'min-zoomed-font-size': 8,
    },
  },
  { selector: 'edge[!stevig]', style: { 'line-style': 'dashed' } },
  { selector: 'edge[?pad]', style: { 'line-color': MERK, width: 4 } },
  { selector: 'edge:selected', style: { 'line-color': ACTIE, width: 5 } },
];

/** Half of an object with its name, and what stays free at the edge of the chart in pixels. */
const HALF = { x: 62, y: 45 };
const RAND = 30;

const zelfdePlek = (een: Punt, ander: Punt) => een.x === ander.x && een.y === ander.y;

export interface Namen {
  element: (sleutel: Sleutel) => string;
  lijn: (sleutel: string) => string;
}

export class Tekenaar {
  private readonly cy: Core;
  private readonly maat: ResizeObserver;
  private stil = false;
  /** What is drawn now, to leave alone what stays the same: every change of data makes the chart work out the style of it anew. */
  private readonly getekend = new Map<string, string>();

  /** `grootst`: no larger than so when all of it is to fit. */
  constructor(
    plek: HTMLElement,
    luister: Luisteraar,
    private readonly grootst: number,
  ) {
    this.cy = cytoscape({
      container: plek,
      style: STIJL,
      wheelSensitivity: 0.3,
      minZoom: 0.05,
      maxZoom: 3,
      selectionType: 'additive',
      boxSelectionEnabled: true,
      pixelRatio: 'auto',
      hideEdgesOnViewport: false,
      textureOnViewport: false,
    });
    const meld = () => {
      if (this.stil) return;
      const knopen = this.cy.nodes(':selected').map((one) => one.id());
      luister.kies(
        knopen,
        this.cy
          .edges(':selected')
          .map((one) => one.id())
          .at(-1) ?? null,
      );
    };
    // Another width shows the same.
    this.maat = new ResizeObserver(() => this.pas());
    this.maat.observe(plek);
    this.cy.on('select unselect', () => queueMicrotask(meld));
    this.cy.on('tap', (event) => {
      if (event.target === this.cy) this.cy.elements().unselect();
    });
    this.cy.on('dbltap', 'node', (event) => luister.open(event.target.id()));
    this.cy.on('dragfree', 'node', (event) => {
      const { x, y } = event.target.position() as Punt;
      luister.verplaats({ [event.target.id()]: { x: Math.round(x), y: Math.round(y) } });
    });
  }

  /** Draws these and nothing else. What has no place yet waits unseen at the middle. */
  zet({ elementen, lijnen }: Tekening, plaats: Readonly<Record<Sleutel, Punt>>, namen: Namen): void {
    const nieuw = new Map<string, ElementDefinition>();
    for (const one of elementen) {
      const waar = plaats[one.sleutel];
      if (waar === undefined) continue;
      nieuw.set(one.sleutel, {
        group: 'nodes',
        data: {
          id: one.sleutel,
          soort: one.soort,
          naam: namen.element(one.sleutel),
          kleur: symboolVan(one.soort).kleur,
          beeld: alsBeeld(one.soort),
          vast: one.vast,
          pad: one.opPad,
        },
        position: { ...waar },
      });
    }
    for (const one of lijnen) {
      if (!nieuw.has(one.van) || !nieuw.has(one.naar)) continue;
      const bronnen = one.banden.reduce((som, band) => som + band.bewijs.length, 0);
      nieuw.set(one.sleutel, {
        group: 'edges',
        data: {
          id: one.sleutel,
          source: one.van,
          target: one.naar,
          naam: namen.lijn(one.sleutel),
          stevig: one.stevig,
          dikte: Math.min(1 + bronnen, 4),
          pad: one.opPad,
        },
      });
    }
    let buiten = false;
    this.cy.batch(() => {
      this.stil = true;
      this.cy.elements().forEach((one) => {
        if (nieuw.has(one.id())) return;
        this.getekend.delete(one.id());
        one.remove();
      });
      const erbij: ElementDefinition[] = [];
      for (const [id, wat] of nieuw) {
        const hoe = JSON.stringify(wat.data);
        const er = this.cy.getElementById(id);
        if (er.empty()) {
          erbij.push(wat);
          buiten ||= wat.position !== undefined && !this.inBeeld(wat.position);
        } else {
          if (this.getekend.get(id) !== hoe) er.data(wat.data);
          if (wat.position !== undefined && !zelfdePlek(er.position(), wat.position)) er.position(wat.position);
        }
        this.getekend.set(id, hoe);
      }
      this.cy.add(erbij);
    });
    this.stil = false;
    if (buiten) this.pas();
  }

  private inBeeld({ x, y }: Punt): boolean {
    const { x1, x2, y1, y2 } = this.cy.extent();
    return x > x1 && x < x2 && y > y1 && y < y2;
  }

  selecteer(knopen: readonly Sleutel[], lijn: string | null): void {
    this.stil = true;
    this.cy.batch(() => {
      this.cy.elements().forEach((one) => {
        const gekozen = knopen.includes(one.id()) || one.id() === lijn;
        if (gekozen !== one.selected()) {
          if (gekozen) one.select();
          else one.unselect();
        }
      });
    });
    this.stil = false;
  }

  /** All of it in view, by where things stand: the box that Cytoscape fits first measures every label. */
  pas(): void {
    this.cy.resize();
    const plekken = this.cy.nodes().map((one) => one.position() as Punt);
    if (plekken.length === 0) return;
    const x = plekken.map((one) => one.x);
    const y = plekken.map((one) => one.y);
    const [links, rechts] = [Math.min(...x) - HALF.x, Math.max(...x) + HALF.x];
    const [boven, onder] = [Math.min(...y) - HALF.y, Math.max(...y) + HALF.y];
    const [breed, hoog] = [this.cy.width(), this.cy.height()];
    const past = Math.min((breed - 2 * RAND) / (rechts - links), (hoog - 2 * RAND) / (onder - boven), this.grootst);
    const zoom = Math.max(past, this.cy.minZoom());
    const pan = { x: breed / 2 - (zoom * (links + rechts)) / 2, y: hoog / 2 - (zoom * (boven + onder)) / 2 };
    this.cy.viewport({ zoom, pan });
  }
  zoom(stap: number): void {
    const { width, height } = { width: this.cy.width(), height: this.cy.height() };
    this.cy.zoom({ level: this.cy.zoom() * 1.25 ** stap, renderedPosition: { x: width / 2, y: height / 2 } });
  }
  weg(): void {
    this.maat.disconnect();
    this.cy.destroy();
  }
}
