from plugins.meetings import collect

PLUGINS = [collect]
