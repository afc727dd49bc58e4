(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['30'] = rows['30'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.dialOut('rtmp://nowhere', 'rtmp', 'guest', function (value) { row.result = value.result; }, { streaming: true });
    PEX.pluginAPI.dialOut('sip:a@b', 'sip', 'host', function (value) { row.second = value.result; }, { streaming: false });
  }
  PEX.pluginAPI.registerPlugin({ id: '30-dial-out', load: load, unload: unload, act: act });
})();
