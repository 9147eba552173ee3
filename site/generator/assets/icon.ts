/** The mark of the site: the partial sign, in the ink of the page it lies on. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:none;stroke:#1d1b16;stroke-width:3;stroke-linecap:round}@media (prefers-color-scheme:dark){path{stroke:#e9e4d8}}</style><path d="M10 7c3-4 13-4 13 7s-4 13-8 13-6-3-6-6 3-7 7-7 7 3 7 3"/></svg>
`;
