(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['24'] = rows['24'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    row.seen = [];
    PEX.pluginAPI.openTemplateDialog({ title: 'row 24 a', body: 'a' }).then(function (ref) { row.seen.push('then'); ref.close(); });
    PEX.pluginAPI.openTemplateDialog({ title: 'row 24 b', body: 'b' }).subscribe(function (ref) { row.seen.push('subscribe'); ref.close(); });
    PEX.pluginAPI.openTemplateDialog({ title: 'row 24 c', body: 'c' }).subscribe();
  }
  PEX.pluginAPI.registerPlugin({ id: '24-dialog-both', load: load, unload: unload, act: act });
})();
