// SPDX-License-Identifier: EUPL-1.2
// OpenLayers behind a few verbs: what the screen wants of a map, drawn on canvas because many desktops have no WebGL.
import Feature, { type FeatureLike } from 'ol/Feature';
import MVT from 'ol/format/MVT';
import { type MultiPolygon, Point, Polygon } from 'ol/geom';
import Draw from 'ol/interaction/Draw';
import type TileLayer from 'ol/layer/Tile';
import VectorLayer from 'ol/layer/Vector';
import VectorTileLayer from 'ol/layer/VectorTile';
import OlMap from 'ol/Map';
import VectorSource from 'ol/source/Vector';
import VectorTileSource from 'ol/source/VectorTile';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type Tile from 'ol/VectorTile';
import View from 'ol/View';
import type { Datum, Gebiedsoort, KaartPunt, Uitsnede } from '../api/typen';
import { fetchFile } from '../basis/api';
import { BRANCHE_KLEUR, brancheVan, type Kleurwijze, kleurVan } from './lagen';

export interface Beeld {
  stand: string;
  peildatum: Datum;
  kleur: Kleurwijze;
  objecten: boolean;
  /** Establishments by branch, close by. */
  vestigingen: boolean;
  grenzen: Gebiedsoort | null;
  /** The area that was chosen, to draw it thicker. */
  gekozen: string | null;
  /** The building it is about, likewise. */
  pand: string | null;
}

export interface Merkpunt {
  id: string;
  /** `casus`: a signaal in a casus; `zaak`: a casus itself; `knoop`: something of a network. */
  soort: 'signaal' | 'casus' | 'zaak' | 'regel' | 'knoop' | 'knoop-gekozen';
  punt: KaartPunt;
}

/** What somebody pointed at. */
export type Treffer =
  | { soort: 'pand'; id: string }
  | { soort: 'cel'; panden: number; punt: KaartPunt }
  | { soort: 'signaal' | 'zaak' | 'knoop'; id: string };

const LIJN = '#44535f';
const NADRUK = '#0d455d';
const rand = (color: string, width: number, lineDash?: number[]) =>
  new Stroke(lineDash === undefined ? { color, width } : { color, width, lineDash });
const gevuld = new Map<string, Style>();
function vulling(kleur: string): Style {
  const had = gevuld.get(kleur);
  if (had !== undefined) return had;
  const made = new Style({ fill: new Fill({ color: kleur }), stroke: rand(LIJN, 0.5) });
  gevuld.set(kleur, made);
  return made;
}
const ditPand = (kleur: string): Style =>
  new Style({ fill: new Fill({ color: kleur }), stroke: rand('#b3261e', 4), zIndex: 1 });
/** A hexagon with its number: the more buildings, the darker. */
function cel(panden: number, midden: boolean): Style {
  const deel = Math.min(1, Math.log10(panden + 1) / 4);
  return new Style({
    fill: new Fill({ color: `rgba(18, 90, 120, ${0.08 + 0.5 * deel})` }),
    stroke: rand('rgba(18, 90, 120, 0.35)', 1),
    text: new Text({
      text: midden ? String(panden) : '',
      font: '12px system-ui, sans-serif',
      fill: new Fill({ color: '#17232e' }),
      stroke: rand('#ffffff', 3),
    }),
  });
}
const stip = new Style({
  image: new Circle({ radius: 3, fill: new Fill({ color: NADRUK }), stroke: rand('#ffffff', 1) }),
});
const branches = new Map<string, Style>();
function branchestip(kleur: string): Style {
  const had = branches.get(kleur);
  if (had !== undefined) return had;
  const made = new Style({
    image: new Circle({ radius: 5, fill: new Fill({ color: kleur }), stroke: rand('#ffffff', 1.5) }),
  });
  branches.set(kleur, made);
  return made;
}
const MERK: Record<Merkpunt['soort'], Style> = {
  signaal: new Style({
    image: new Circle({ radius: 7, fill: new Fill({ color: '#b3261e' }), stroke: rand('#ffffff', 2) }),
  }),
  casus: new Style({
    image: new Circle({ radius: 7, fill: new Fill({ color: '#17232e' }), stroke: rand('#ffb84d', 3) }),
  }),
  zaak: new Style({
    image: new RegularShape({
      points: 4,
      radius: 10,
      angle: Math.PI / 4,
      fill: new Fill({ color: '#17232e' }),
      stroke: rand('#ffb84d', 3),
    }),
  }),
  regel: new Style({
    image: new Circle({ radius: 9, stroke: rand('#b3261e', 3) }),
  }),
  knoop: new Style({
    image: new Circle({ radius: 8, fill: new Fill({ color: NADRUK }), stroke: rand('#ffffff', 2) }),
  }),
  'knoop-gekozen': new Style({
    image: new Circle({ radius: 11, fill: new Fill({ color: '#ffb84d' }), stroke: rand('#17232e', 3) }),
    zIndex: 1,
  }),
};
const vlakstijl = new Style({
  fill: new Fill({ color: 'rgba(18, 90, 120, 0.12)' }),
  stroke: rand(NADRUK, 3),
});

const GRENS = new Style({ stroke: rand(LIJN, 1.5, [6, 4]) });
const GEKOZEN = new Style({ stroke: rand(NADRUK, 4) });
const naamstijl = (one: FeatureLike): Style =>
  new Style({
    text: new Text({
      text: one.get('naam') as string,
      font: 'bold 13px system-ui, sans-serif',
      fill: new Fill({ color: '#17232e' }),
      stroke: rand('#ffffff', 4),
    }),
  });

export class Tekenaar {
  private readonly map: OlMap;
  private beeld: Beeld;
  private readonly panden: VectorTileLayer;
  private readonly objecten: VectorTileLayer;
  private readonly vestigingen: VectorTileLayer;
  private readonly grenzen: VectorTileLayer;
  private readonly vlak = new VectorSource<Feature<Polygon | MultiPolygon>>();
  private readonly merken = new VectorSource<Feature<Point>>();
  private readonly namen = new VectorSource<Feature<Point>>();
  private tekent: Draw | null = null;
  private ondergrond: TileLayer | null = null;
  private weggedaan = false;

  constructor(
    plek: HTMLElement,
    beeld: Beeld,
    uitsnede: Uitsnede | null,
    private readonly raak: (treffer: Treffer | null) => void,
  ) {
    this.beeld = beeld;
    // A number gives way to the name of an area.
    this.panden = new VectorTileLayer({
      source: this.bron('panden'),
      style: (one) => this.pandstijl(one),
      declutter: true,
    });
    this.objecten = new VectorTileLayer({ source: this.bron('objecten'), style: stip, minZoom: 17, visible: false });
    this.vestigingen = new VectorTileLayer({
      source: this.bron('vestigingen'),
      style: (one) => branchestip(BRANCHE_KLEUR[brancheVan(one.get('branche') as number)]),
      minZoom: 15,
      visible: false,
    });
    this.grenzen = new VectorTileLayer({
      source: this.bron('buurt'),
      style: (one) => this.grensstijl(one),
      visible: false,
    });
    this.map = new OlMap({
      target: plek,
      controls: [],
      layers: [
        this.panden,
        this.objecten,
        this.vestigingen,
        this.grenzen,
        new VectorLayer({ source: this.vlak, style: vlakstijl }),
        new VectorLayer({ source: this.namen, style: naamstijl, declutter: true }),
        new VectorLayer({ source: this.merken, style: (one) => MERK[one.get('soort') as Merkpunt['soort']] }),
      ],
      view: new View({ center: [600_000, 6_850_000], zoom: 9, minZoom: 8, maxZoom: 20 }),
    });
    if (uitsnede !== null) this.toon(uitsnede);
    this.map.on('singleclick', (event) => {
      if (this.tekent === null) this.raak(this.zoek(event.pixel));
    });
    this.zet(beeld);
  }

  private bron(laag: string): VectorTileSource {
    const format = new MVT();
    const source = new VectorTileSource({
      format,
      maxZoom: 18,
      minZoom: 7,
      wrapX: false,
      transition: 0,
      tileLoadFunction: (one, url) => {
        const tile = one as Tile<FeatureLike>;
        tile.setLoader((extent, _resolution, projection) => {
          fetchFile(url)
            .then((blob) => blob.arrayBuffer())
            .then((data) => tile.setFeatures(format.readFeatures(data, { extent, featureProjection: projection })))
            .catch(() => tile.onError());
        });
      },
    });
    this.zetBron(source, laag);
    return source;
  }

  private zetBron(source: VectorTileSource, laag: string) {
    const { peildatum, stand } = this.beeld;
    const staart = `?peildatum=${peildatum}&stand=${stand}`;
    source.setTileUrlFunction(
      ([z, x, y]) => `/v1/kaart/tegels/${laag}/${z}/${x}/${y}${staart}`,
      `${laag} ${peildatum} ${stand}`,
    );
  }

  private pandstijl(one: FeatureLike): Style {
    if (one.get('layer') === 'cellen') return cel(one.get('panden') as number, one.get('midden') as boolean);
    const kleur = kleurVan(this.beeld.kleur, one.get('gebruik') as number, one.get('bouwjaar') as number);
    return one.get('id') === this.beeld.pand ? ditPand(kleur) : vulling(kleur);
  }

  private grensstijl(one: FeatureLike): Style {
    return one.get('code') === this.beeld.gekozen ? GEKOZEN : GRENS;
  }

  /** Draws another day, other layers or other colours. */
  zet(beeld: Beeld): void {
    const was = this.beeld;
    this.beeld = beeld;
    if (was.peildatum !== beeld.peildatum || was.stand !== beeld.stand) {
      for (const [laag, naam] of [
        [this.panden, 'panden'],
        [this.objecten, 'objecten'],
        [this.vestigingen, 'vestigingen'],
      ] as const) {
        const source = laag.getSource();
        if (source !== null) this.zetBron(source, naam);
      }
    }
    const source = this.grenzen.getSource();
    if (beeld.grenzen !== null && source !== null) this.zetBron(source, beeld.grenzen);
    this.grenzen.setVisible(beeld.grenzen !== null);
    this.objecten.setVisible(beeld.objecten);
    this.vestigingen.setVisible(beeld.vestigingen);
    this.panden.changed();
    this.grenzen.changed();
  }

  zetMerken(punten: readonly Merkpunt[]): void {
    this.merken.clear();
    this.merken.addFeatures(
      punten.map(({ id, soort, punt }) => {
        const one = new Feature(new Point([punt.x, punt.y]));
        one.setProperties({ soort, merk: id });
        return one;
      }),
    );
  }

  /** The names of areas, each in its middle. */
  zetNamen(gebieden: readonly { naam: string; uitsnede: Uitsnede }[]): void {
    this.namen.clear();
    this.namen.addFeatures(
      gebieden.map(({ naam, uitsnede: { west, zuid, oost, noord } }) => {
        const one = new Feature(new Point([(west + oost) / 2, (zuid + noord) / 2]));
        one.set('naam', naam);
        return one;
      }),
    );
  }

  /** The rings of a drawn area; none takes it away. */
  zetVlak(ringen: readonly (readonly KaartPunt[])[]): void {
    this.vlak.clear();
    if (ringen.length > 0) {
      this.vlak.addFeature(new Feature(new Polygon(ringen.map((ring) => ring.map(({ x, y }) => [x, y])))));
    }
  }

  toon({ west, zuid, oost, noord }: Uitsnede): void {
    this.map.getView().fit([west, zuid, oost, noord], { padding: [24, 24, 24, 24], maxZoom: 18 });
  }
  naar({ x, y }: KaartPunt): void {
    const view = this.map.getView();
    view.setCenter([x, y]);
    view.setZoom(Math.max(18, view.getZoom() ?? 18));
  }
  zoom(stap: number): void {
    const view = this.map.getView();
    view.setZoom((view.getZoom() ?? 12) + stap);
  }

  /** Draws one ring by pointing; a double click ends it. `klaar` gets it, unclosed. */
  teken(klaar: (ring: KaartPunt[]) => void): void {
    this.stopTekenen();
    const draw = new Draw({ source: new VectorSource(), type: 'Polygon', style: vlakstijl });
    draw.on('drawend', (event) => {
      const ring = (event.feature.getGeometry() as Polygon).getCoordinates()[0] ?? [];
      // The click that ends it is not one on a building.
      setTimeout(() => this.stopTekenen(), 300);
      klaar(ring.slice(0, -1).map(([x = 0, y = 0]) => ({ x, y })));
    });
    this.tekent = draw;
    this.map.addInteraction(draw);
  }
  stopTekenen(): void {
    if (this.tekent !== null) this.map.removeInteraction(this.tekent);
    this.tekent = null;
  }

  private zoek(pixel: number[]): Treffer | null {
    let gevonden: Treffer | null = null;
    this.map.forEachFeatureAtPixel(
      pixel,
      (one) => {
        const soort = one.get('soort') as string;
        if (soort === 'signaal' || soort === 'casus') {
          gevonden = { soort: 'signaal', id: one.get('merk') as string };
          return true;
        }
        if (soort === 'knoop' || soort === 'knoop-gekozen') {
          gevonden = { soort: 'knoop', id: one.get('merk') as string };
          return true;
        }
        if (soort === 'zaak') {
          gevonden = { soort, id: one.get('merk') as string };
          return true;
        }
        const laag = one.get('layer') as string | undefined;
        if (laag === 'panden') {
          gevonden = { soort: 'pand', id: one.get('id') as string };
          return true;
        }
        if (laag === 'cellen') {
          const [x = 0, y = 0] = this.map.getCoordinateFromPixel(pixel);
          gevonden = { soort: 'cel', panden: one.get('panden') as number, punt: { x, y } };
          return true;
        }
        return false;
      },
      { hitTolerance: 4 },
    );
    return gevonden;
  }
  /** What lies under the cross in the middle: for the keyboard. */
  kiesMidden(): void {
    // As wide as it is now: after a turn of the screen the picture may not have been drawn anew.
    this.map.updateSize();
    this.map.renderSync();
    const [breed = 0, hoog = 0] = this.map.getSize() ?? [];
    this.raak(this.zoek([breed / 2, hoog / 2]));
  }
  inzoomen({ x, y }: KaartPunt): void {
    const view = this.map.getView();
    view.animate({ center: [x, y], zoom: (view.getZoom() ?? 12) + 2, duration: 0 });
  }

  /** Lays a map of somebody else under ours, or takes it away. `meld` hears of its tiles whether they come. */
  async zetOndergrond(dichtste: number | null, meld: (kwam: boolean) => void): Promise<void> {
    if (dichtste !== null && this.ondergrond === null) {
      const { maakAchtergrond } = await import('./achtergrond');
      if (this.weggedaan) return;
      if (this.ondergrond === null) {
        this.ondergrond = maakAchtergrond(dichtste, meld);
        this.map.getLayers().insertAt(0, this.ondergrond);
      }
    }
    this.ondergrond?.setVisible(dichtste !== null);
  }

  weg(): void {
    this.weggedaan = true;
    this.map.setTarget(undefined);
    this.map.dispose();
  }
}
