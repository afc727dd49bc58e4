(function () {
  var guide = (window.guide = window.guide || {});

  function load() {}
  function openScreenshotDialog() { guide.screenshot = true; }
  function unload() {}

  PEX.pluginAPI.registerPlugin({ id: 'screenshot-plugin-1.0', load: load, unload: unload, openScreenshotDialog: openScreenshotDialog });
})();
