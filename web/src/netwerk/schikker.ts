// SPDX-License-Identifier: EUPL-1.2
// Gives the objects of a chart their places, in a worker: hundreds of them take longer than a frame. What has a place keeps it.
import cytoscape from 'cytoscape';
import fcose, { type FcoseLayoutOptions } from 'cytoscape-fcose';
import { inLagen } from './lagen';
import type { Punt } from './model';

export interface Schikvraag {
  nummer: number;
  knopen: { id: string; plaats: Punt | null }[];
  lijnen: [string, string][];
  /** In layers under this one; none: by forces. */
  lagen: { eerste: string | null } | null;
}
export interface Schikking {
  nummer: number;
  plaats: Record<string, Punt>;
}

cytoscape.use(fcose);

self.onmessage = ({ data }: MessageEvent<Schikvraag>) => {
  self.postMessage({
    nummer: data.nummer,
    plaats: data.lagen === null ? metKrachten(data) : lagen(data),
  } satisfies Schikking);
};

/** In layers; what was pinned stays. */
function lagen({ knopen, lijnen, lagen: hoe }: Schikvraag): Record<string, Punt> {
  const plaats = inLagen(
    knopen.map((one) => one.id),
    lijnen,
    hoe?.eerste ?? null,
  );
  for (const one of knopen) if (one.plaats !== null) plaats[one.id] = one.plaats;
  return plaats;
}

function metKrachten(data: Schikvraag): Record<string, Punt> {
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 90, height: 70 } }],
    elements: [
      ...data.knopen.map(({ id, plaats }) => ({
        data: { id },
        ...(plaats === null ? {} : { position: { ...plaats } }),
      })),
      ...data.lijnen.map(([source, target], i) => ({ data: { id: `l${i}`, source, target } })),
    ],
  });
  const vast = data.knopen.flatMap(({ id, plaats }) => (plaats === null ? [] : [{ nodeId: id, position: plaats }]));
  const schik: FcoseLayoutOptions = {
    name: 'fcose',
    quality: 'proof',
    animate: false,
    fit: false,
    randomize: true,
    nodeDimensionsIncludeLabels: false,
    idealEdgeLength: () => 120,
    nodeRepulsion: () => 9000,
    nodeSeparation: 110,
    packComponents: false,
    ...(vast.length > 0 ? { fixedNodeConstraint: vast } : {}),
  };
  cy.layout(schik).run();
  const plaats: Record<string, Punt> = {};
  for (const knoop of cy.nodes())
    plaats[knoop.id()] = { x: Math.round(knoop.position('x')), y: Math.round(knoop.position('y')) };
  return plaats;
}
