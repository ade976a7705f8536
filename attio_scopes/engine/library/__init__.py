"""Library: what is known of the libraries that a project uses, and of the requests that their calls are."""
