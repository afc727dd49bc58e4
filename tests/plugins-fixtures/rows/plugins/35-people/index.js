(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['35'] = rows['35'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.spotlightOnParticipant('u');
    PEX.pluginAPI.spotlightOffParticipant('u');
    PEX.pluginAPI.disconnectParticipant('u');
  }
  PEX.pluginAPI.registerPlugin({ id: '35-people', load: load, unload: unload, act: act });
})();
