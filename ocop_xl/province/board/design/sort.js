/* A click on a heading puts the lines in order, another click turns it round; without this script they stand as in the list. */
(function () {
  "use strict";
  var table = document.getElementById("bang"), body = table.tBodies[0], heads = table.tHead.rows[0].cells;
  function value(row, at) {
    var cell = row.cells[at], text = cell.dataset.so || cell.textContent.trim();
    return heads[at].className === "n" ? Number(text || -1) : text;
  }
  function sort(at, down) {
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (one, other) {
      var a = value(one, at), b = value(other, at), order = typeof a === "number" ? a - b : a.localeCompare(b, "vi");
      return down ? -order : order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
    Array.prototype.forEach.call(heads, function (head, place) {
      if (place === at) { head.setAttribute("aria-sort", down ? "descending" : "ascending"); } else { head.removeAttribute("aria-sort"); }
    });
  }
  Array.prototype.forEach.call(heads, function (head, at) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () { sort(at, head.getAttribute("aria-sort") === "ascending"); });
  });
  var asked = location.search.match(/[?&]xep=(\d+)/);
  if (asked && heads[asked[1]]) { sort(Number(asked[1]), false); }
}());
