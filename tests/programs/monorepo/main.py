from services.companies import sync

sync(["acme.com"])
