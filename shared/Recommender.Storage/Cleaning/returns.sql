-- Goods given back outside a credit invoice.
INSERT INTO fates
SELECT line, file, 'returns' FROM open_lines WHERE quantity < 0;
