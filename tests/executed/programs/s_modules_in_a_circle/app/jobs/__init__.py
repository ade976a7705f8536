from .nightly import *
