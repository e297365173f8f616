-- How shops write blanks, numbers and moments. Each macro reads a text t and gives NULL where it does not fit.

-- A text that says something: trimmed of blanks of every kind, composed (NFC), and none of the words that stand for nothing.
CREATE MACRO trimmed(t) AS trim(nfc_normalize(t), ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(8239) || chr(65279));
CREATE MACRO present(t) AS
  CASE WHEN lower(trimmed(t)) IN ('', 'nan', 'null', 'none', 'nil', 'n/a', '#n/a', 'nat', '(null)', '\n') THEN NULL ELSE trimmed(t) END;

-- A number without its dress: currency signs and codes, blanks, apostrophes between thousands; brackets or a trailing minus mean below zero.
CREATE MACRO bare_number(t) AS regexp_replace(
  CASE WHEN t LIKE '(%)' THEN '-' || t[2:-2] WHEN t LIKE '%-' THEN '-' || t[:-2] ELSE t END,
  '[\s\x{00A0}\x{202F}''’]|[A-Z]{0,3}\p{Sc}|^[A-Z]{3}|([A-Z]{3}|kr|zł|Kč)$', '', 'g');

CREATE MACRO looks_point(t) AS regexp_matches(bare_number(t), '^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$');
CREATE MACRO looks_comma(t) AS regexp_matches(bare_number(t), '^[-+]?(\d{1,3}(\.\d{3})+|\d+)?(,\d*)?$');

-- 1,234.50 and 1.5e3; the plain cast comes first because nearly every number is plain.
CREATE MACRO number_point(t) AS coalesce(
  try_cast(t AS DECIMAL(18, 6)),
  CASE WHEN looks_point(t) THEN try_cast(replace(bare_number(t), ',', '') AS DECIMAL(18, 6)) END);

-- 1.234,50
CREATE MACRO number_comma(t) AS
  CASE WHEN looks_comma(t) THEN try_cast(replace(replace(bare_number(t), '.', ''), ',', '.') AS DECIMAL(18, 6)) END;

-- Moments. An offset or Z at the end is honoured where the style is year-month-day; all others are naive.
CREATE MACRO has_offset(t) AS ends_with(t, 'Z') OR ends_with(t, ' UTC') OR (length(t) > 16 AND regexp_matches(t, ':\d{2}(\.\d+)?\s*[+-]\d{2}(:?\d{2})?$'));
CREATE MACRO with_colon(t) AS regexp_replace(regexp_replace(regexp_replace(t,
  '\s*UTC$', 'Z'), '(:\d{2}(?:\.\d+)?)\s*([+-]\d{2}):?(\d{2})$', '\1\2:\3'), '^(\S+[T ]\d{2}:\d{2})([+-]|Z)', '\1:00\2');

-- %Y also reads two digits: they mean 1970 to 2069.
CREATE MACRO this_century(ts) AS CASE WHEN year(ts) < 70 THEN ts + INTERVAL 2000 YEARS WHEN year(ts) < 100 THEN ts + INTERVAL 1900 YEARS ELSE ts END;

CREATE MACRO date_iso(t) AS try_cast(t AS TIMESTAMP);
CREATE MACRO date_compact(t) AS try_strptime(t, ['%Y%m%d', '%Y%m%d%H%M%S', '%Y%m%d %H:%M:%S', '%Y%m%d %H:%M']);
CREATE MACRO date_day_dot(t) AS this_century(try_strptime(t, ['%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y', '%d.%m.%Y, %H:%M', '%d.%m.%Y, %H:%M:%S']));
CREATE MACRO date_day_slash(t) AS this_century(try_strptime(t, ['%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y', '%d/%m/%Y, %H:%M', '%d/%m/%Y, %H:%M:%S',
  '%d/%m/%Y %I:%M %p', '%d/%m/%Y %I:%M:%S %p']));
CREATE MACRO date_month_slash(t) AS this_century(try_strptime(t, ['%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y', '%m/%d/%Y, %H:%M', '%m/%d/%Y, %H:%M:%S', '%m/%d/%Y, %I:%M %p',
  '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p', '%m/%d/%Y, %I:%M:%S %p']));
CREATE MACRO date_day_dash(t) AS this_century(try_strptime(t, ['%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d-%m-%Y']));
CREATE MACRO date_month_dash(t) AS this_century(try_strptime(t, ['%m-%d-%Y %H:%M', '%m-%d-%Y %H:%M:%S', '%m-%d-%Y']));
CREATE MACRO date_named_month(t) AS this_century(try_strptime(t, ['%d %b %Y', '%d-%b-%Y', '%d %b %Y %H:%M', '%d %b %Y %H:%M:%S', '%d-%b-%Y %H:%M', '%d-%b-%Y %H:%M:%S', '%b %d, %Y', '%b %d %Y',
  '%b %d, %Y %I:%M %p', '%b %d, %Y %I:%M:%S %p', '%b %d, %Y %H:%M', '%b %d, %Y %H:%M:%S', '%d %B %Y', '%B %d, %Y', '%B %d, %Y %I:%M %p', '%d %B %Y %H:%M', '%d %B %Y %H:%M:%S']));
CREATE MACRO date_excel(t) AS CASE WHEN try_cast(t AS DOUBLE) BETWEEN 20000 AND 109574
  THEN TIMESTAMP '1899-12-30' + to_milliseconds(CAST(round(CAST(t AS DOUBLE) * 86400000) AS BIGINT)) END;
CREATE MACRO date_epoch(t) AS CASE WHEN length(t) = 10 AND try_cast(t AS BIGINT) IS NOT NULL THEN CAST(epoch_ms(CAST(t AS BIGINT) * 1000) AS TIMESTAMP) END;
CREATE MACRO date_epoch_ms(t) AS CASE WHEN length(t) = 13 AND try_cast(t AS BIGINT) IS NOT NULL THEN CAST(epoch_ms(CAST(t AS BIGINT)) AS TIMESTAMP) END;

-- The moment in UTC: by its own offset where it has one, else by the zone of the shop (variable shop_zone).
CREATE MACRO in_utc(t, naive) AS CASE
  WHEN ends_with(t, 'Z') THEN date_iso(t)
  WHEN has_offset(t) THEN timezone('UTC', try_cast(with_colon(t) AS TIMESTAMPTZ))
  WHEN getvariable('shop_zone') = 'UTC' THEN naive
  ELSE timezone('UTC', timezone(getvariable('shop_zone'), naive)) END;
