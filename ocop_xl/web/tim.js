/* Finds by words without tones, and by lists; without this script the page shows everything. */
(function () {
  "use strict";
  var form = document.getElementById("tim"), list = document.querySelectorAll("[data-tim]"), count = document.getElementById("dem");
  if (!form || !list.length) { return; }
  function bare(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function show() {
    var words = bare(form.elements.tu.value).split(/[^a-z0-9]+/).filter(Boolean), wanted = form.querySelectorAll("select"), shown = 0;
    list.forEach(function (one) {
      var fits = words.every(function (word) { return one.dataset.tim.indexOf(word) >= 0; });
      wanted.forEach(function (choice) { fits = fits && (!choice.value || one.dataset[choice.name] === choice.value); });
      one.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown ? shown + " " + count.dataset.dem : "Không có " + count.dataset.dem + " nào khớp; hãy bớt từ tìm hoặc bỏ lọc.";
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (location.hash.length > 1) {
    try { form.elements.tu.value = decodeURIComponent(location.hash.slice(1)); } catch (error) { /* a broken address finds nothing */ }
  }
  show();
}());
