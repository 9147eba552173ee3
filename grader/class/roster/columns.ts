/**
 * What the columns of a roster are called in the exports that are known, in the languages that are known for sure.
 * `--columns` names any other.
 */

export const roles = [
  "id",
  "name",
  "first",
  "last",
  "email",
  "github",
  "group",
  "folder",
  "participant",
  "grade",
  "maximum",
  "changeable",
  "modified",
  "feedback",
] as const;
export type Role = (typeof roles)[number];

/** Names of a column by what it holds; the first that a table has counts. */
export type Names = Readonly<Partial<Record<Role, readonly string[]>>>;

/** What any roster may have besides. */
const besides = {
  group: ["group", "group_name", "group name", "team", "gruppe", "groupe", "grupo"],
  folder: ["folder"],
  participant: ["participant"],
} as const;

export const classroom: Names = {
  ...besides,
  id: ["identifier", "roster_identifier"],
  name: ["name"],
  github: ["github_username"],
  email: ["email"],
};

/** The address and the identifier are told from the login, which is the one or the other. */
export const canvas: Names = {
  ...besides,
  name: ["student"],
  first: ["firstname"],
  last: ["lastname"],
  github: ["github", "github_username"],
  email: ["email"],
};

const moodleIds = [
  "id number",
  "id-nummer",
  "matrikelnummer",
  "numéro d'identification",
  "número de id",
  "codice identificativo",
] as const;

const moodleAddresses = [
  "email address",
  "e-mail-adresse",
  "adresse de courriel",
  "dirección de correo",
  "dirección de correo electrónico",
  "indirizzo email",
  "e-mailadres",
  "endereço de email",
  "endereço de e-mail",
  "adres e-mail",
] as const;

/** Addresses beside what Gradescope and Brightspace tell students apart by. */
export const addresses = ["email", "e-mail"] as const;

/** Moodle's gradebook and its grading worksheets, in English, German, French and Spanish; others where known. */
export const moodle: Names = {
  ...besides,
  id: moodleIds,
  name: ["full name", "vollständiger name", "nom complet", "nombre completo"],
  first: ["first name", "vorname", "prénom", "nombre", "nome", "voornaam", "imię"],
  last: [
    "surname",
    "last name",
    "nachname",
    "nom",
    "nom de famille",
    "apellido(s)",
    "apellidos",
    "cognome",
    "sobrenome",
    "apelido(s)",
    "achternaam",
    "nazwisko",
  ],
  email: moodleAddresses,
  github: ["github", "github_username"],
};

/** What only a grading worksheet has. */
export const worksheet: Names = {
  participant: ["identifier", "id", "identifiant", "identificador"],
  grade: ["grade", "bewertung", "note", "calificación", "valutazione"],
  maximum: ["maximum grade", "bestwertung", "note maximale", "calificación máxima"],
  changeable: [
    "grade can be changed",
    "bewertung kann geändert werden",
    "la note peut être modifiée",
    "la calificación puede ser cambiada",
  ],
  modified: [
    "last modified (grade)",
    "zuletzt geändert (bewertung)",
    "dernière modification (note)",
    "última modificación (calificación)",
    "ultima modifica (valutazione)",
  ],
  feedback: [
    "feedback comments",
    "feedback als kommentar",
    "feedback par commentaires",
    "comentarios de retroalimentación",
  ],
};

export const simple: Names = {
  ...besides,
  id: ["identifier", "id", "student_id", "student id", "login_id", "user_id", "sid", ...moodleIds],
  name: ["name", "full name", "full_name"],
  first: ["first_name"],
  last: ["last_name"],
  email: ["email", "e-mail", "mail", ...moodleAddresses],
  github: ["github", "github_username", "username"],
};

/** What Blackboard, Brightspace, Gradescope, Sakai and ILIAS tell students apart by, the most certain first. */
export const accounts = [
  "student id",
  "sid",
  "orgdefinedid",
  "username",
  "user name",
  "login",
  "display id",
  "benutzername",
  "anmeldename",
] as const;

/** Where a roster names a repository, by its name or its address. */
export const repositories = [
  "repository",
  "repo",
  "student_repository_name",
  "student_repository_url",
] as const;

/** The answers of "Grade can be changed" that forbid it; whatever else is there, Moodle decides at the upload. */
export const no: ReadonlySet<string> = new Set(["no", "nein", "non", "não", "nee", "nie", "ne", "nej", "0"]);
