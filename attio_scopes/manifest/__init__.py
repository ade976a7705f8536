"""From endpoint references (OpenAPI documents) to the scope manifest, and what one can ask of a manifest.

Takes documents and manifests, gives manifest data, text and values. Never fetches anything and never looks at a user's code.
"""
