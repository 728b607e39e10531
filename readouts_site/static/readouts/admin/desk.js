/* The form of a readout: rows come and go, the register proposes words, nothing typed is lost.
   Everything here only helps; the server fills in and checks the same on every save. */

// The body editor would put an inline style sheet into the page, which the content policy refuses;
// it leaves that be where it finds one. This one is no style sheet to a browser, only by its name;
// the few rules of the editor stand in desk.css.
const stand = document.createElementNS("urn:readouts:none", "style");
stand.setAttribute("data-tiptap-style", "");
document.head.append(stand);

// Word processors paste whole style sheets. They are taken off before the editor reads them, since
// the content policy would refuse each with an error; a "bold" that is none comes along as plain.
function withoutStyles(html) {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<b\b[^>]*font-weight:\s*normal[^>]*>/gi, "<span>")
    .replace(/\sstyle=(?:"[^"]*"|'[^']*')/gi, "");
}

document.addEventListener(
  "paste",
  (event) => {
    const html = event.clipboardData?.getData("text/html") || "";
    const clean = withoutStyles(html);
    if (!event.target.closest?.(".ProseMirror") || clean === html) return;
    event.preventDefault();
    event.stopPropagation();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", clean);
    clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
    event.target.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  },
  { capture: true },
);

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("readout_form");
  if (!form) return;
  const $ = window.django.jQuery;
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const rows = (kind, within = form) => [...within.querySelectorAll(`[data-row="${kind}"]`)];
  const kept = (kind, within) => rows(kind, within).filter((row) => !row.hidden);

  // --- rows that come and go

  function add(kind, list) {
    const total = form.querySelector(`[name="${kind}-TOTAL_FORMS"]`);
    const template = document.getElementById(
      kind === "encounters" ? "encounter-template" : "participation-template",
    );
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    total.value = Number(total.value) + 1;
    list.append(row);
    prepare(row);
    return row;
  }

  function number(row, name, others) {
    const numbers = others.filter((other) => other !== row).map((other) => Number(field(other, name).value) || 0);
    field(row, name).value = Math.max(0, ...numbers) + 1;
  }

  function addParticipation(encounter) {
    const row = add("participations", encounter.querySelector(".participation-list"));
    number(row, "position", kept("participations", encounter));
    renumber(encounter);
    return row;
  }

  function addEncounter() {
    const row = add("encounters", form.querySelector(".encounter-list"));
    number(row, "position", kept("encounters"));
    addParticipation(row);
    return row;
  }

  function renumber(encounter) {
    const value = field(encounter, "position").value;
    encounter.querySelector("[data-number]").textContent = value;
    for (const row of rows("participations", encounter)) field(row, "encounter").value = value;
  }

  function remove(row) {
    row.hidden = true;
    for (const box of row.querySelectorAll('[name$="-DELETE"]')) box.checked = true;
    offerUndo(row);
  }

  function offerUndo(row) {
    const note = document.createElement("p");
    note.className = "undo";
    note.textContent = row.dataset.row === "encounters" ? "Encounter removed. " : "Participant removed. ";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet-button";
    button.textContent = "Put back";
    button.addEventListener("click", () => {
      row.hidden = false;
      for (const box of row.querySelectorAll('[name$="-DELETE"]')) box.checked = false;
      note.remove();
      askTitle();
    });
    note.append(button);
    row.before(note);
    button.focus();
  }

  function prepare(row) {
    $(row).find(".admin-autocomplete").not("[name*=__prefix__]").djangoAdminSelect2();
  }

  // --- words from the register

  async function ask(address) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    return answer.ok ? answer.json() : null;
  }

  // A proposal takes the place of nothing but emptiness and an earlier proposal.
  function propose(input, words) {
    if (!input || (input.value && input.value !== input.dataset.proposed)) return;
    input.value = words || "";
    input.dataset.proposed = input.value;
    input.classList.toggle("proposed", Boolean(words));
  }

  function chooseOrganization(row, organization) {
    const select = field(row, "organization");
    if (!organization || (select.value && select.value !== select.dataset.proposed)) return;
    if (![...select.options].some((option) => option.value === String(organization.id))) {
      select.append(new Option(organization.label, organization.id));
    }
    select.dataset.proposed = organization.id;
    $(select).val(String(organization.id)).trigger("change");
  }

  function offerOffices(row, data) {
    const select = field(row, "appointment");
    select.replaceChildren(new Option("No office chosen", ""));
    const held = data.appointments.filter((office) => office.held);
    const groups = [
      [`Held on ${data.day}`, held],
      [held.length ? "At other times" : "Offices", data.appointments.filter((office) => !office.held)],
    ];
    for (const [label, offices] of groups) {
      if (!offices.length) continue;
      const group = document.createElement("optgroup");
      group.label = label;
      for (const office of offices) group.append(new Option(office.label, office.id));
      select.append(group);
    }
    row.offices = data.appointments;
    return held;
  }

  function fillFromOffice(row) {
    const office = (row.offices || []).find((each) => String(each.id) === field(row, "appointment").value);
    propose(field(row, "title"), office && office.title);
    propose(field(row, "organization_name"), office && office.organization_name);
    if (office) chooseOrganization(row, office.organization);
    askTitle();
  }

  async function fillFromOfficial(row, { keepOffice = false } = {}) {
    const official = field(row, "official").value;
    const before = field(row, "appointment").value;
    if (!official) {
      field(row, "appointment").replaceChildren(new Option("No office chosen", ""));
      return;
    }
    const date = field(row.closest('[data-row="encounters"]'), "when").value;
    const query = new URLSearchParams({ official, date });
    const data = await ask(`${form.dataset.words}?${query}`);
    if (!data) return;
    const held = offerOffices(row, data);
    if (keepOffice) {
      field(row, "appointment").value = before;
      if (before) return;
    } else {
      propose(field(row, "name"), data.name);
    }
    if (held.length === 1) field(row, "appointment").value = String(held[0].id);
    fillFromOffice(row);
  }

  async function fillFromMandate() {
    const mandate = form.querySelector('[name="mandate"]').value;
    if (!mandate) return;
    const data = await ask(`${form.dataset.words}?${new URLSearchParams({ mandate })}`);
    for (const [name, words] of Object.entries(data || {})) propose(form.querySelector(`[name="${name}"]`), words);
    askTitle();
  }

  // --- the title that the encounters give

  const title = form.querySelector('[name="title"]');
  const canonical = form.querySelector(".canonical");
  let waiting;

  function showTitle(words) {
    const differs = Boolean(words) && title.value.trim() !== "" && title.value.trim() !== words;
    canonical.querySelector(".canonical-title").textContent = words;
    canonical.hidden = !words || title.value.trim() === words;
    const reason = form.querySelector(".title-reason");
    reason.hidden = !differs && !reason.querySelector("input").value && !reason.classList.contains("has-errors");
  }

  function askTitle() {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const answer = await fetch(form.dataset.title, { method: "POST", body: new FormData(form) });
      if (answer.ok) showTitle((await answer.json()).title);
    }, 400);
  }

  // --- what happens when

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.add === "encounter") field(addEncounter(), "when").focus();
    if (button?.dataset.add === "participation") {
      const row = addParticipation(button.closest('[data-row="encounters"]'));
      row.querySelector("select, input:not([type=hidden])").focus();
    }
    if (button && "useTitle" in button.dataset) {
      title.value = canonical.querySelector(".canonical-title").textContent;
      showTitle(title.value);
      dirty = true;
      title.focus();
    }
  });

  // Select2 tells of a choice through jQuery only.
  $(form).on("change", "select, input, textarea", (event) => {
    const input = event.target;
    const row = input.closest("[data-row]");
    dirty = true;
    if (input.name === "mandate") fillFromMandate();
    else if (input.name.endsWith("-DELETE") && input.checked) remove(row);
    else if (input.name.endsWith("-official")) fillFromOfficial(row);
    else if (input.name.endsWith("-appointment")) fillFromOffice(row);
    else if (input.name.endsWith("-when")) {
      for (const person of rows("participations", row)) {
        if (field(person, "official").value) fillFromOfficial(person, { keepOffice: true });
      }
    } else if (row?.dataset.row === "encounters" && input.name.endsWith("-position")) renumber(row);
    if (row || input.name.startsWith("principal_") || input.name === "language") askTitle();
  });
  form.addEventListener("input", (event) => {
    dirty = true;
    event.target.classList.remove("proposed");
    if (event.target === title) showTitle(canonical.querySelector(".canonical-title").textContent);
  });

  // Offices already chosen are known to the page only by name; ask once their row is touched.
  for (const row of rows("participations")) {
    row.addEventListener("focusin", async () => {
      const official = field(row, "official").value;
      if (row.offices || !official) return;
      row.offices = [];
      const date = field(row.closest('[data-row="encounters"]'), "when").value;
      const data = await ask(`${form.dataset.words}?${new URLSearchParams({ official, date })}`);
      row.offices = data ? data.appointments : null;
    });
  }

  // --- nothing typed is lost, nothing is sent twice

  let dirty = Boolean(form.querySelector(".errornote"));
  let sent = false;
  window.addEventListener("beforeunload", (event) => {
    if (dirty && !sent) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => (sent = false), 8000);
  });
  form.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".save-row .main-button"));
    }
  });

  for (const row of rows("encounters")) {
    for (const box of row.querySelectorAll('[name$="-DELETE"]')) {
      if (box.checked) box.closest("[data-row]").hidden = true;
    }
  }
  showTitle(canonical.querySelector(".canonical-title").textContent);
  form.classList.add("is-live");
  form.querySelector(".errornote")?.focus();
});
