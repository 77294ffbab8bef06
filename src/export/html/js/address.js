// The state of the view in the address, so that it can be sent: `#r12&show=A,C&base=C&read=A,C;B&layout=apparatus`.
let addressRow = "";
// Nothing is told before what the page was opened with has been followed.
let isOpen = false;

const coded = (who) => who.map((w) => encodeURIComponent(sigla[w])).join(",");
const sideOf = (siglum) => sigla.indexOf(decodeURIComponent(siglum));

function stateParts() {
  if (!several) return [];
  return [
    ...(seen.shown.length < sides.length ? [`show=${coded(seen.shown)}`] : []),
    ...(seen.base !== head.base ? [`base=${coded([seen.base])}`] : []),
    ...[...filter.agreements].map((key) => `read=${groupsIn(key).map(coded).join(";")}`),
    ...(view.chosen ? [`layout=${view.layout}`] : []),
  ];
}

// The address of a row, in this view.
const hashOf = (n) => `#${[`r${n}`, ...stateParts()].join("&")}`;

// A report that another page shows in a frame has no address: what leads to a row must not leave the frame.
const isInside = !["file:", "http:", "https:"].includes(location.protocol);

function goTo(n) {
  if (isInside) go(n);
  else location.hash = hashOf(n);
}

document.addEventListener("click", (event) => {
  const link = isInside && event.target.closest("a[href^='#r']");
  if (!link) return;
  event.preventDefault();
  go(parseInt(link.getAttribute("href").slice(2), 10));
});

function tellAddress() {
  if (!isOpen || isInside) return;
  const parts = [...(addressRow === "" ? [] : [addressRow]), ...stateParts()];
  const hash = parts.length > 0 ? `#${parts.join("&")}` : "";
  if (hash === location.hash) return;
  history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
}

// Does what the address says; what it says of witnesses that there are not is passed over.
function followAddress() {
  const parts = location.hash.slice(1).split("&");
  addressRow = parts.find((part) => /^r\d+$/.test(part)) ?? "";
  const state = parts.filter((part) => part.includes("=")).join("&");
  if (several && state !== "" && state !== stateParts().join("&")) followState(parts);
  if (addressRow !== "") go(Number(addressRow.slice(1)));
}

function followState(parts) {
  const values = (name) => parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const who = (text) => text.split(",").map(sideOf).filter((w) => w >= 0).sort((a, b) => a - b);
  try {
    const shown = new Set(values("show").flatMap(who));
    const [base = head.base] = values("base").flatMap(who);
    const keys = values("read").map((key) => key.split(";").map((group) => who(group).join(",")).join("|"));
    filter.agreements = new Set(keys.filter((key) => /^[\d,|]+$/.test(key)));
    const [layout] = values("layout").filter((layout) => LAYOUTS.includes(layout));
    if (layout !== undefined) Object.assign(view, { layout, chosen: true });
    show(shown.size > 0 ? [...shown] : sides.map((_, w) => w), base);
  } catch (error) {
    // What is no coded text is no state.
    if (!(error instanceof URIError)) throw error;
  }
}
