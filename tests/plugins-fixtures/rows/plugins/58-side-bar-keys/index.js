(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['58'] = rows['58'] || {});
  function load() {
    row.press = function (key) { window.dispatchEvent(new KeyboardEvent('keydown', { key: key, bubbles: true })); };
    row.open = function () { return document.getElementById('conference-container').classList.contains('sidebar-open'); };
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '58-side-bar-keys', load: load, unload: unload });
})();
