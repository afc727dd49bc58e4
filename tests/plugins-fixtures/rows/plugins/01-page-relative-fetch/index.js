(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['01'] = rows['01'] || {});
  function load() {
    return fetch('./custom_configuration/plugins/01-page-relative-fetch/assets/directory.json')
      .then(function (answer) { return answer.json(); })
      .then(function (json) { row.directory = json; });
  }
  function unload() {}
  PEX.pluginAPI.registerPlugin({ id: '01-page-relative-fetch', load: load, unload: unload });
})();
