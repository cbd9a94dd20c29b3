// SPDX-License-Identifier: EUPL-1.2
// What we use of cytoscape-fcose 2.2.0, which ships no types.
declare module 'cytoscape-fcose' {
  import type { BaseLayoutOptions, Ext } from 'cytoscape';
  export interface FcoseLayoutOptions extends BaseLayoutOptions {
    name: 'fcose';
    quality: 'draft' | 'default' | 'proof';
    animate: boolean;
    fit: boolean;
    randomize: boolean;
    nodeDimensionsIncludeLabels: boolean;
    packComponents: boolean;
    idealEdgeLength: () => number;
    nodeRepulsion: () => number;
    nodeSeparation: number;
    fixedNodeConstraint?: { nodeId: string; position: { x: number; y: number } }[];
  }
  const fcose: Ext;
  export default fcose;
}
