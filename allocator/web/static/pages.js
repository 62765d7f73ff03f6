// Cards of the board dragged to a section, and every move told to assistive technology. All of it also works without.
"use strict";
(() => {
  const said = document.getElementById("said");
  const say = (sentence, names) => {
    if (!said || !said.dataset[sentence]) return;
    said.textContent = said.dataset[sentence].replace(/\{(person|seat)\}/g, (_all, name) => names[name] || "");
  };

  // What the last act came to stands in the page already; said again, it is also read out.
  const told = document.getElementById("told");
  if (told && told.firstElementChild) {
    const lines = [...told.children];
    told.replaceChildren();
    setTimeout(() => told.append(...lines), 60);
  }

  const seats = document.getElementById("seat-form");
  if (seats) {
    seats.addEventListener("change", () => {
      const section = seats.elements.section_id;
      const role = seats.querySelector("input[name=role]:checked");
      const mode = seats.querySelector("input[name=mode]:checked");
      if (!section.value || !role || !mode) return;
      const words = role.labels[0].textContent.trim();
      say(mode.value === "forbid" ? "chosenForbid" : "chosenAssign", { seat: section.selectedOptions[0].textContent.trim() + " · " + words });
    });
  }

  const form = document.getElementById("drop-form");
  const board = document.querySelector(".board");
  if (!form || !board) return;
  let card = null;
  let over = null;
  const names = (slot) => ({ person: card.dataset.name, seat: slot ? slot.dataset.seat : "" });
  const roleAt = (slot) => {
    const roles = card.dataset.roles.split(" ");
    if (slot.dataset.slot === "chief") return roles.includes("chief") ? "chief" : null;
    return roles.find((role) => role !== "chief") || null;
  };
  const leave = () => {
    if (over) over.classList.remove("over", "unfit");
    over = null;
  };

  document.addEventListener("dragstart", (event) => {
    card = event.target.closest ? event.target.closest("[data-person]") : null;
    if (!card) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    card.classList.add("lifted");
    say("lifted", names(null));
  });
  document.addEventListener("dragover", (event) => {
    const slot = card && event.target.closest ? event.target.closest("[data-slot]") : null;
    if (!slot) {
      leave();
      return;
    }
    const fits = roleAt(slot) !== null;
    if (fits) event.preventDefault();
    if (slot === over) return;
    leave();
    over = slot;
    slot.classList.add(fits ? "over" : "unfit");
    say(fits ? "over" : "unfit", names(slot));
  });
  document.addEventListener("drop", (event) => {
    const slot = card && event.target.closest ? event.target.closest("[data-slot]") : null;
    const role = slot ? roleAt(slot) : null;
    if (!role) return;
    event.preventDefault();
    say("dropped", names(slot));
    form.elements.person_id.value = card.dataset.person;
    form.elements.section_id.value = slot.dataset.section;
    form.elements.role.value = role;
    card = null;
    leave();
    form.submit();
  });
  document.addEventListener("dragend", () => {
    if (card) {
      card.classList.remove("lifted");
      say("back", names(null));
    }
    leave();
    card = null;
  });
})();
