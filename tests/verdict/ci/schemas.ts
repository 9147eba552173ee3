/**
 * What each consumer accepts, as JSON Schema.
 */
const text = { type: "string" } as const;
const filled = { type: "string", minLength: 1 } as const;
const points = { type: "integer", minimum: 0 } as const;
const nullable = { type: ["string", "null"] } as const;

const exactly = (properties: Record<string, object>) => ({
  type: "object",
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});
const some = (items: object) => ({ type: "array", minItems: 1, items });

export const schemas: Readonly<Record<string, object>> = {
  "github-classroom": exactly({
    version: { const: 1 },
    status: { enum: ["pass", "fail", "error"] },
    max_score: points,
    tests: some(
      exactly({
        name: filled,
        status: { enum: ["pass", "fail", "error"] },
        score: points,
        message: text,
        test_code: text,
        filename: text,
        line_no: points,
        duration: points,
      }),
    ),
  }),
  classroom50: exactly({
    schema: { const: "classroom50/result/v1" },
    classroom: filled,
    assignment: filled,
    assignment_type: { enum: ["individual", "group", "team"] },
    owner: filled,
    submission: { type: "string", pattern: "^submit/." },
    commit: filled,
    release: filled,
    review: filled,
    datetime: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" },
    score: points,
    "max-score": points,
    tests: some(
      exactly({ "test-name": filled, passed: { type: "boolean" }, score: points, "max-score": points }),
    ),
  }),
  gradescope: exactly({
    score: points,
    execution_time: points,
    output: text,
    output_format: { enum: ["text", "html", "simple_format", "md", "ansi"] },
    visibility: { enum: ["visible", "hidden", "after_due_date", "after_published"] },
    tests: some(
      exactly({
        score: points,
        max_score: points,
        status: { enum: ["passed", "failed"] },
        name: filled,
        number: { type: "string", pattern: "^\\d+\\.\\d+$" },
        output: text,
        output_format: { const: "text" },
        tags: { type: "array", items: text },
        visibility: { const: "visible" },
        extra_data: { type: "object" },
      }),
    ),
  }),
  exercism: exactly({
    version: { const: 3 },
    status: { enum: ["pass", "fail", "error"] },
    message: nullable,
    tests: some(
      exactly({
        name: filled,
        status: { enum: ["pass", "fail", "error"] },
        message: nullable,
        output: { type: ["string", "null"], maxLength: 500 },
        test_code: text,
        task_id: { type: "integer", minimum: 1 },
      }),
    ),
  }),
  prairielearn: exactly({
    gradable: { type: "boolean" },
    score: { type: "number", minimum: 0, maximum: 1 },
    message: filled,
    output: text,
    tests: some(
      exactly({ name: filled, description: text, points, max_points: points, message: text, output: text }),
    ),
  }),
  json: {
    type: "object",
    required: ["schema", "now", "status", "score", "maxScore", "verdicts"],
    properties: {
      schema: { const: "chainrule/run@1" },
      status: { enum: ["pass", "fail", "error"] },
      score: points,
      maxScore: points,
      verdicts: { type: "array", items: { type: "object" } },
    },
  },
};
