(function () {
  var rows = (window.rows = window.rows || {});
  var row = (rows['31'] = rows['31'] || {});
  function load() { row.loaded = true; }
  function unload() { row.loaded = false; }
  function act() {
    PEX.pluginAPI.transformConferenceLayout({ layout: '1:7', enable_overlay_text: true });
    PEX.pluginAPI.transformConferenceLayout({});
    PEX.pluginAPI.changeConferenceLayout('4:0');
  }
  PEX.pluginAPI.registerPlugin({ id: '31-layouts', load: load, unload: unload, act: act });
})();
