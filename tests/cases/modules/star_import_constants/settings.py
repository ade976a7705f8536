from defaults import *

TIMEOUT = 10
