/** The panels of a figure in the document, brought up to date with picture after picture. */
import { setWords } from "./dom.ts";
import { dresserOf } from "./dressed.ts";
import { type Looks, NO_LOOKS } from "./looks.ts";
import { patchChildren } from "./patch.ts";
import type { Mark, Panel, Picture } from "./scene.ts";
import { isLive, panelAttributes, panelText } from "./svg-text.ts";

interface Place {
  readonly element: Element;
  readonly svg: Element;
  panel: Panel;
}

/** What comes before the marks in a panel's SVG element: its description. */
const BEFORE_MARKS = 1;

/** How a figure shows its pictures: its name, the page's symbols, and what gives marks their looks. */
interface Manner {
  readonly figure: string;
  readonly looks: Looks;
  readonly dressed: (mark: Mark) => Mark;
}

/** A function that shows a picture in `container`, in place of what was there. */
export function livePanels(
  container: Element,
  figure: string,
  looks: Looks = NO_LOOKS,
): (picture: Picture) => void {
  const manner = { figure, looks, dressed: dresserOf(looks) };
  const places: Place[] = [];
  container.replaceChildren();
  return (picture) => {
    for (const extra of places.splice(picture.length)) extra.element.remove();
    picture.forEach((panel, i) => {
      const place = places[i];
      if (place === undefined || place.panel.name !== panel.name) {
        const made = placeOf(manner, panel);
        if (place === undefined) container.append(made.element);
        else place.element.replaceWith(made.element);
        places[i] = made;
      } else update(manner, place, panel);
    });
  };
}

function placeOf(manner: Manner, panel: Panel): Place {
  const template = document.createElement("template");
  template.innerHTML = panelText(manner.figure, { ...panel, marks: [] }, manner.looks);
  const element = template.content.firstElementChild!;
  const svg = element.querySelector("svg")!;
  const place = { element, svg, panel: { ...panel, marks: [] } };
  update(manner, place, panel);
  return place;
}

function update({ figure, looks, dressed }: Manner, place: Place, panel: Panel): void {
  const { svg, element, panel: before } = place;
  const marks = panel.marks.map(dressed);
  const attributes = panelAttributes(figure, panel, panel.marks.some(isLive));
  for (const [name, value] of Object.entries(attributes))
    if (svg.getAttribute(name) !== value) svg.setAttribute(name, value);
  if (before.title !== panel.title) setWords(element.querySelector(".panel-title")!, panel.title, looks);
  if (before.description !== panel.description) svg.querySelector("desc")!.textContent = panel.description;
  patchChildren(svg, before.marks, marks, BEFORE_MARKS);
  place.panel = { ...panel, marks };
}
