;; SPDX-License-Identifier: AGPL-3.0-or-later
;;
;; Adds up what the features of a text weigh for all categories at once: 24 numbers side by side, which a processor adds four or
;; eight at a time. What lies where in the memory is said in adding.ts, which gives the addresses.
(module
  (import "memory" "memory" (memory 1))
  (import "places" "totals" (global $totals i32))
  (import "places" "first" (global $first i32))
  (import "places" "second" (global $second i32))
  (import "places" "buckets" (global $buckets i32))
  (import "places" "values" (global $values i32))
  (import "places" "rows" (global $rows i32))
  (import "places" "rowMask" (global $rowMask i32))
  (import "places" "few" (global $few i32))
  (import "places" "marks" (global $marks i32))
  (import "places" "cells" (global $cells i32))
  (import "places" "pairs" (global $pairs i32))
  (import "places" "pairsFrom" (global $pairsFrom i32))
  (import "places" "fewFrom" (global $fewFrom i32))

  ;; Adds the rows of words from one on to the totals; returns the first word that is not weighed yet, or the end.
  (func (export "addWords") (param $word i32) (param $end i32) (result i32)
    (local $hash i32) (local $row i32) (local $said v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128)
    (block $out
      (loop $next
        (br_if $out (i32.ge_u (local.get $word) (local.get $end)))
        (local.set $hash (i32.load (i32.add (global.get $first) (i32.shl (local.get $word) (i32.const 2)))))
        (local.set $row
          (i32.add (global.get $rows) (i32.shl (i32.and (local.get $hash) (global.get $rowMask)) (i32.const 6))))
        (br_if $out (i32.ne (i32.load offset=56 (local.get $row)) (local.get $hash)))
        (br_if $out
          (i32.ne
            (i32.load offset=60 (local.get $row))
            (i32.load (i32.add (global.get $second) (i32.shl (local.get $word) (i32.const 2))))))
        (br_if $out (i32.eqz (i32.load16_s offset=46 (local.get $row))))
        (local.set $said (v128.load (local.get $row)))
        (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (local.get $said))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (local.get $said))))
        (local.set $said (v128.load offset=16 (local.get $row)))
        (local.set $c (i32x4.add (local.get $c) (i32x4.extend_low_i16x8_s (local.get $said))))
        (local.set $d (i32x4.add (local.get $d) (i32x4.extend_high_i16x8_s (local.get $said))))
        (local.set $said (v128.load offset=32 (local.get $row)))
        (local.set $e (i32x4.add (local.get $e) (i32x4.extend_low_i16x8_s (local.get $said))))
        (local.set $f (i32x4.add (local.get $f) (i32x4.extend_high_i16x8_s (local.get $said))))
        (local.set $word (i32.add (local.get $word) (i32.const 1)))
        (br $next)))
    (call $keep
      (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $e) (local.get $f))
    (local.get $word))

  ;; Adds the features from the first to the end, which are no parts of words; the last total is that of the squares.
  (func (export "addRest") (param $end i32)
    (local $at i32) (local $bucket i32) (local $value i32) (local $squares i32)
    (local $mark i32) (local $bits i32) (local $bit i32) (local $pair i32)
    (local $row v128) (local $times v128) (local $part v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128)
    (local.set $pair (global.get $pairs))
    (block $out
      (loop $next
        (br_if $out (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bucket (i32.load (i32.add (global.get $buckets) (i32.shl (local.get $at) (i32.const 2)))))
        (local.set $value (i32.load8_s (i32.add (global.get $values) (local.get $at))))
        (local.set $squares
          (i32.add (local.get $squares) (i32.mul (local.get $value) (local.get $value))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (if (i32.lt_u (local.get $bucket) (global.get $fewFrom))
          (then
            ;; Only noted, and passed over where it is not taken: a jump that cannot be foreseen would cost more than the work.
            (local.set $bucket (i32.sub (local.get $bucket) (global.get $pairsFrom)))
            (local.set $mark
              (i32.add (global.get $marks) (i32.shl (i32.shr_u (local.get $bucket) (i32.const 5)) (i32.const 3))))
            (local.set $bits (i32.load (local.get $mark)))
            (local.set $bit (i32.shl (i32.const 1) (local.get $bucket)))
            (i32.store (local.get $pair)
              (i32.add
                (global.get $cells)
                (i32.shl
                  (i32.add
                    (i32.load offset=4 (local.get $mark))
                    (i32.popcnt (i32.and (local.get $bits) (i32.sub (local.get $bit) (i32.const 1)))))
                  (i32.const 3))))
            (i32.store offset=4 (local.get $pair) (local.get $value))
            (local.set $pair
              (i32.add
                (local.get $pair)
                (i32.shl (i32.ne (i32.and (local.get $bits) (local.get $bit)) (i32.const 0)) (i32.const 3))))
            (br $next)))
        (local.set $times (i16x8.splat (local.get $value)))
        (local.set $mark
          (i32.add (global.get $few) (i32.shl (i32.sub (local.get $bucket) (global.get $fewFrom)) (i32.const 5))))
        (local.set $row (v128.load (local.get $mark)))
        (local.set $part (i16x8.mul (local.get $times) (i16x8.extend_low_i8x16_s (local.get $row))))
        (local.set $a (i32x4.add (local.get $a) (i32x4.extend_low_i16x8_s (local.get $part))))
        (local.set $b (i32x4.add (local.get $b) (i32x4.extend_high_i16x8_s (local.get $part))))
        (local.set $part (i16x8.mul (local.get $times) (i16x8.extend_high_i8x16_s (local.get $row))))
        (local.set $c (i32x4.add (local.get $c) (i32x4.extend_low_i16x8_s (local.get $part))))
        (local.set $d (i32x4.add (local.get $d) (i32x4.extend_high_i16x8_s (local.get $part))))
        (local.set $part
          (i16x8.mul (local.get $times) (v128.load8x8_s offset=16 (local.get $mark))))
        (local.set $e (i32x4.add (local.get $e) (i32x4.extend_low_i16x8_s (local.get $part))))
        (local.set $f (i32x4.add (local.get $f) (i32x4.extend_high_i16x8_s (local.get $part))))
        (br $next)))
    (call $keep
      (local.get $a) (local.get $b) (local.get $c) (local.get $d) (local.get $e)
      (i32x4.add
        (local.get $f)
        (i32x4.replace_lane 3 (v128.const i32x4 0 0 0 0) (local.get $squares))))
    (call $addPairs (local.get $pair)))

  ;; Adds the cells of the pairs noted: four each, a weight above the place of its category; where there are fewer, nothing for the first.
  (func $addPairs (param $end i32)
    (local $pair i32) (local $said i64) (local $value i32)
    (local.set $pair (global.get $pairs))
    (block $out
      (loop $next
        (br_if $out (i32.ge_u (local.get $pair) (local.get $end)))
        (local.set $said (i64.load (i32.load (local.get $pair))))
        (local.set $value (i32.load offset=4 (local.get $pair)))
        (call $addCell (i32.wrap_i64 (local.get $said)) (local.get $value))
        (call $addCell (i32.wrap_i64 (i64.shr_u (local.get $said) (i64.const 16))) (local.get $value))
        (call $addCell (i32.wrap_i64 (i64.shr_u (local.get $said) (i64.const 32))) (local.get $value))
        (call $addCell (i32.wrap_i64 (i64.shr_u (local.get $said) (i64.const 48))) (local.get $value))
        (local.set $pair (i32.add (local.get $pair) (i32.const 8)))
        (br $next))))

  (func $addCell (param $cell i32) (param $value i32)
    (local $total i32)
    (local.set $total
      (i32.add (global.get $totals) (i32.shl (i32.and (local.get $cell) (i32.const 63)) (i32.const 2))))
    (i32.store (local.get $total)
      (i32.add
        (i32.load (local.get $total))
        (i32.mul (local.get $value) (i32.shr_s (i32.extend16_s (local.get $cell)) (i32.const 6))))))

  (func $keep (param $a v128) (param $b v128) (param $c v128) (param $d v128) (param $e v128) (param $f v128)
    (v128.store (global.get $totals) (i32x4.add (v128.load (global.get $totals)) (local.get $a)))
    (v128.store offset=16 (global.get $totals) (i32x4.add (v128.load offset=16 (global.get $totals)) (local.get $b)))
    (v128.store offset=32 (global.get $totals) (i32x4.add (v128.load offset=32 (global.get $totals)) (local.get $c)))
    (v128.store offset=48 (global.get $totals) (i32x4.add (v128.load offset=48 (global.get $totals)) (local.get $d)))
    (v128.store offset=64 (global.get $totals) (i32x4.add (v128.load offset=64 (global.get $totals)) (local.get $e)))
    (v128.store offset=80 (global.get $totals) (i32x4.add (v128.load offset=80 (global.get $totals)) (local.get $f)))))
