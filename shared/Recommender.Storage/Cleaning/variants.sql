-- Every variant is bought as the thing it is a variant of. This comes last: two sizes in one order are no duplicates, and a return gives its own size back.
UPDATE lines SET item_id = listed_items.variant_of FROM listed_items
WHERE listed_items.item_id = lines.item_id AND listed_items.variant_of IS NOT NULL;
UPDATE lines SET item_id = variant_of WHERE variant_of IS NOT NULL AND variant_of <> item_id;
