/** Handlebars as every template runs in it: `{{ }}` escapes as the rest of the project does. */
import Handlebars from "handlebars/runtime";
import { escapeHtml } from "./grader/verdict/escape-html.ts";

Handlebars.Utils.escapeExpression = (value) => escapeHtml(String(value ?? ""));

export default Handlebars;
