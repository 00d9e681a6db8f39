/* Finds products by words without tones; without this script the page shows them all. */
(function () {
  "use strict";
  var form = document.getElementById("tim"), list = document.querySelectorAll("#san-pham > li"), count = document.getElementById("dem");
  if (!form || !list.length) { return; }
  function bare(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function show() {
    var words = bare(form.elements.tu.value).split(/[^a-z0-9]+/).filter(Boolean), wanted = ["nhom", "sao", "noi"], shown = 0;
    list.forEach(function (one) {
      var fits = words.every(function (word) { return one.dataset.tim.indexOf(word) >= 0; }) && wanted.every(function (name) {
        return !form.elements[name] || !form.elements[name].value || one.dataset[name] === form.elements[name].value;
      });
      one.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown ? shown + " sản phẩm" : "Không có sản phẩm nào khớp; hãy bớt từ tìm hoặc bỏ lọc.";
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (location.hash.length > 1) {
    try { form.elements.tu.value = decodeURIComponent(location.hash.slice(1)); } catch (error) { /* a broken address finds nothing */ }
  }
  show();
}());
