// The history of a policy: finds the row of the period that holds a date. The table says all of this
// by itself; the field is shown by this script alone.
const form = document.querySelector(".find-date");
const field = form.querySelector("input");
const answer = form.querySelector("output");
const rows = [...document.querySelectorAll(".periods tbody tr")];

// ISO dates with years of four digits are in order as strings.
const holds = (row, day) =>
  (!row.dataset.from || row.dataset.from <= day) && (!row.dataset.to || day <= row.dataset.to);

function find() {
  // While a year is being typed, the field holds those of its first digits.
  const day = field.value >= "1000" ? field.value : "";
  const found = day && rows.find((row) => holds(row, day));
  for (const row of rows) row.classList.toggle("found", row === found);
  const said = found ? found.querySelector("[data-answer]").cloneNode(true).childNodes : [];
  answer.replaceChildren(...said);
  if (found) history.replaceState(null, "", "#" + found.id);
  return found;
}

field.addEventListener("change", find);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const found = find();
  if (found) found.scrollIntoView({ block: "nearest" });
});
form.hidden = false;
