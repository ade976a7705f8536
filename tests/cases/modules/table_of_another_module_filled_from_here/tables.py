CLIENTS = {}
PATHS = []
