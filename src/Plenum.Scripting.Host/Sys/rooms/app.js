({ ask }) => {
  let told;
  const about = (name) => () => (told ??= ask('app.about'))[name];
  return {
    getLabel: about('label'),
    getName: about('name'),
    getEnv: about('env'),
    getUrl: about('url'),
    getVersion: about('version'),
    getDefaultLanguage: about('language'),
    getDefaultTimezone: about('timezone'),
  };
}
