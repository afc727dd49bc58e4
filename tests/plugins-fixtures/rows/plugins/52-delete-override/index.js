(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['52'] = rows['52'] || {});
  function load() {
    row.gone = [];
    PEX.actions$.ofType(PEX.actions.CONNECT_SUCCESS).subscribe(function () {
      var gone = PEX.pexrtc.onParticipantDelete;
      PEX.pexrtc.onParticipantDelete = function (raw) {
        row.gone.push(raw.uuid);
        if (raw.uuid !== 'ghost') gone(raw);
      };
    });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '52-delete-override', load: load, unload: unload });
})();
