(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['16'] = rows['16'] || {});
  function load(participants$) {
    participants$.subscribe(function (participants) {
      row.guests = participants.filter(function (p) { return p.role == 'guest'; }).length;
    });
  }
  function unload() { row.unloaded = true; }
  PEX.pluginAPI.registerPlugin({ id: '16-chair-only', load: load, unload: unload });
})();
