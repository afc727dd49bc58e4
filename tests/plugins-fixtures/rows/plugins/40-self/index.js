(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['40'] = rows['40'] || {});
  function load() {
    row.uuid = PEX.selfUUID;
    row.query = new URLSearchParams(PEX.conferenceQueryParams).toString();
    row.redirect = PEX.conferenceQueryParams['redirect'];
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '40-self', load: load, unload: unload });
})();
