(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['21'] = rows['21'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '21-participant-argument', load: load, unload: unload, act: function () { row.args = [].slice.call(arguments); } });
})();
