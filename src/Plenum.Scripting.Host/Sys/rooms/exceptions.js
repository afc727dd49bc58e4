({ failure, worded, Text, ScriptException }) => {
  const ours = (e) => e instanceof ScriptException;
  const thrown = (e) => e !== null && typeof e === 'object' && e.name === 'ScriptException' && typeof e.code === 'string';
  return {
    getCode: (e) => ours(e) ? e.code() : thrown(e) ? e.code : null,
    getMessage: (e) => ours(e) ? e.message() : typeof e?.message === 'string' ? e.message : worded(e),
    getAdditionalInfo: (e) => e?.additionalInfo ?? null,
    throwException: (code, message, more) => { throw failure(Text(code), Text(message), more); },
    ScriptException,
  };
}
