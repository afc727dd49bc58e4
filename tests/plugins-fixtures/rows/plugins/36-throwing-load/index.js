(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['36'] = rows['36'] || {});
  async function load() { throw new Error('row 36'); }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '36-throwing-load', load: load, unload: unload });
})();
