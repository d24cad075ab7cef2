// Before anything else in the worker: no scripts from elsewhere. Pyodide takes a worker that can load
// them for one it does not support, and is handed all it needs.

self.importScripts = undefined;
