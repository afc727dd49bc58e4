(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['22'] = rows['22'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  PEX.pluginAPI.registerPlugin({ id: '22-conference-argument', load: load, unload: unload, act: function () { row.args = [].slice.call(arguments); } });
})();
