import json
import os
import pickle

from tile_processor import TileProcessor

with open("/tmp/product_cells.pickle", "rb") as file:
    cells = pickle.load(file)
with TileProcessor(destination=os.environ["DESTINATION"]) as processor:
    for key in json.loads(os.environ["KEYS"]):
        processor.process_tile(tuple(key), cells[tuple(key)])
