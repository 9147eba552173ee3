;; Four rows of a product of matrices, in f64: C ← C + A·B, four columns of C after four columns.
;;
;;   A: a panel of four rows:      terms × 4 numbers, a_0t a_1t a_2t a_3t for each t
;;   B: panels of four columns:    terms × 4 numbers each, b_t0 b_t1 b_t2 b_t3 for each t
;;   C: tiles of 4 × 4, row by row, one for each panel of B
;;
;; A lane is an entry of C, so that each entry is summed in the order of t, multiplication and addition rounded apart,
;; as in a loop over plain numbers. Eight registers hold a tile: for each t, six loads serve sixteen multiply-adds.
;; There is one panel of B and one term at least.
(module
  (memory (export "memory") 9)
  (func (export "products")
    (param $C i32) (param $A i32) (param $B i32) (param $panels i32) (param $terms i32)
    (local $a i32) (local $t i32)
    (local $x v128) (local $b01 v128) (local $b23 v128)
    (local $c00 v128) (local $c02 v128) (local $c10 v128) (local $c12 v128)
    (local $c20 v128) (local $c22 v128) (local $c30 v128) (local $c32 v128)
    (loop $tile
      (local.set $c00 (v128.load (local.get $C)))
      (local.set $c02 (v128.load offset=16 (local.get $C)))
      (local.set $c10 (v128.load offset=32 (local.get $C)))
      (local.set $c12 (v128.load offset=48 (local.get $C)))
      (local.set $c20 (v128.load offset=64 (local.get $C)))
      (local.set $c22 (v128.load offset=80 (local.get $C)))
      (local.set $c30 (v128.load offset=96 (local.get $C)))
      (local.set $c32 (v128.load offset=112 (local.get $C)))
      (local.set $a (local.get $A))
      (local.set $t (local.get $terms))
      (loop $term
        (local.set $b01 (v128.load (local.get $B)))
        (local.set $b23 (v128.load offset=16 (local.get $B)))
        (local.set $x (v128.load64_splat (local.get $a)))
        (local.set $c00 (f64x2.add (local.get $c00) (f64x2.mul (local.get $x) (local.get $b01))))
        (local.set $c02 (f64x2.add (local.get $c02) (f64x2.mul (local.get $x) (local.get $b23))))
        (local.set $x (v128.load64_splat offset=8 (local.get $a)))
        (local.set $c10 (f64x2.add (local.get $c10) (f64x2.mul (local.get $x) (local.get $b01))))
        (local.set $c12 (f64x2.add (local.get $c12) (f64x2.mul (local.get $x) (local.get $b23))))
        (local.set $x (v128.load64_splat offset=16 (local.get $a)))
        (local.set $c20 (f64x2.add (local.get $c20) (f64x2.mul (local.get $x) (local.get $b01))))
        (local.set $c22 (f64x2.add (local.get $c22) (f64x2.mul (local.get $x) (local.get $b23))))
        (local.set $x (v128.load64_splat offset=24 (local.get $a)))
        (local.set $c30 (f64x2.add (local.get $c30) (f64x2.mul (local.get $x) (local.get $b01))))
        (local.set $c32 (f64x2.add (local.get $c32) (f64x2.mul (local.get $x) (local.get $b23))))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $B (i32.add (local.get $B) (i32.const 32)))
        (br_if $term (local.tee $t (i32.sub (local.get $t) (i32.const 1)))))
      (v128.store (local.get $C) (local.get $c00))
      (v128.store offset=16 (local.get $C) (local.get $c02))
      (v128.store offset=32 (local.get $C) (local.get $c10))
      (v128.store offset=48 (local.get $C) (local.get $c12))
      (v128.store offset=64 (local.get $C) (local.get $c20))
      (v128.store offset=80 (local.get $C) (local.get $c22))
      (v128.store offset=96 (local.get $C) (local.get $c30))
      (v128.store offset=112 (local.get $C) (local.get $c32))
      (local.set $C (i32.add (local.get $C) (i32.const 128)))
      (br_if $tile (local.tee $panels (i32.sub (local.get $panels) (i32.const 1)))))))
