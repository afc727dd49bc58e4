({ line }) => ({
  debug: (...parts) => line('debug', parts),
  info: (...parts) => line('info', parts),
  warn: (...parts) => line('warn', parts),
  error: (...parts) => line('error', parts),
})
