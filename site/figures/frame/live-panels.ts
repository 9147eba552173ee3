/** The panels of a figure in the document, brought up to date with picture after picture. */
import { patchChildren } from "./patch.ts";
import type { Panel, Picture } from "./scene.ts";
import { isLive, panelAttributes, panelText } from "./svg-text.ts";

interface Place {
  readonly element: Element;
  readonly svg: Element;
  panel: Panel;
}

/** What comes before the marks in a panel's SVG element: its description. */
const BEFORE_MARKS = 1;

/** A function that shows a picture in `container`, in place of what was there. */
export function livePanels(container: Element, figure: string): (picture: Picture) => void {
  const places: Place[] = [];
  container.replaceChildren();
  return (picture) => {
    for (const extra of places.splice(picture.length)) extra.element.remove();
    picture.forEach((panel, i) => {
      const place = places[i];
      if (place === undefined || place.panel.name !== panel.name) {
        const made = placeOf(figure, panel);
        if (place === undefined) container.append(made.element);
        else place.element.replaceWith(made.element);
        places[i] = made;
      } else update(figure, place, panel);
    });
  };
}

function placeOf(figure: string, panel: Panel): Place {
  const template = document.createElement("template");
  template.innerHTML = panelText(figure, { ...panel, marks: [] });
  const element = template.content.firstElementChild!;
  const svg = element.querySelector("svg")!;
  const place = { element, svg, panel: { ...panel, marks: [] } };
  update(figure, place, panel);
  return place;
}

function update(figure: string, place: Place, panel: Panel): void {
  const { svg, element, panel: before } = place;
  const attributes = panelAttributes(figure, panel, panel.marks.some(isLive));
  for (const [name, value] of Object.entries(attributes))
    if (svg.getAttribute(name) !== value) svg.setAttribute(name, value);
  if (before.title !== panel.title) element.querySelector(".panel-title")!.textContent = panel.title;
  if (before.description !== panel.description) svg.querySelector("desc")!.textContent = panel.description;
  patchChildren(svg, before.marks, panel.marks, BEFORE_MARKS);
  place.panel = panel;
}
