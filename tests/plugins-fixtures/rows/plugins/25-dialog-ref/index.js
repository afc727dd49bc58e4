(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['25'] = rows['25'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    row.seen = [];
    PEX.pluginAPI.openTemplateDialog({ title: 'row 25', body: '<p id="row25">x</p>' }).subscribe(function (ref) {
      ref.close$.subscribe(function () { row.seen.push('closed'); });
      setTimeout(function () {
        ref.viewInit$.subscribe(function () {
          row.seen.push('viewInit ' + document.getElementById('row25').textContent);
          ref.close();
        });
      }, 5);
    });
  }
  PEX.pluginAPI.registerPlugin({ id: '25-dialog-ref', load: load, unload: unload, act: act });
})();
