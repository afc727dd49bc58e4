(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['53'] = rows['53'] || {});
  function load() {
    PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () {
      var create = PEX.pexrtc.onParticipantCreate;
      PEX.pexrtc.onParticipantCreate = function (raw) {
        if (raw.display_name !== 'hidden') create(raw);
      };
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '53-hides-people', load: load, unload: unload });
})();
