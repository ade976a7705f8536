"""What attio-scopes costs, measured: `python -m benchmarks`."""
