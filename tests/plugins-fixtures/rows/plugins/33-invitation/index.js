(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['33'] = rows['33'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.navigateToInvitationCard('other', '1234');
  }
  PEX.pluginAPI.registerPlugin({ id: '33-invitation', load: load, unload: unload, act: act });
})();
