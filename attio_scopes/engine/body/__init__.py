"""Body: what the expressions and statements of one body do, worked out in a frame."""
