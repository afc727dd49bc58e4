({ ask, Text }) => ({ get: (name) => ask('secrets.get', Text(name)) })
