//! The variant graph (Schmidt & Colomb 2009): a node a reading, and for each witness a way through what it reads, from the
//! beginning to the end.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::class::Class;
use crate::export::pieces::{Piece, joined, pieces};
use crate::table::{AlignmentTable, RowNumber};
use crate::witness::Span;

/// What witnesses read at one place, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) text: String,
    pub(super) witnesses: Vec<usize>,
    /// The place, counted from 1: readings of one place are in each other's stead.
    pub(super) rank: usize,
    /// The number of the row, where it stands in one.
    pub(super) row: Option<u32>,
    /// The labels of the row, as tables have them.
    pub(super) label: String,
}

/// The graph. Node 0 is the beginning, the last the end; neither has text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    /// From a node to another those that read the one after the other, in the order of the nodes.
    pub(super) edges: BTreeMap<(usize, usize), Vec<usize>>,
    /// Nodes of what some have elsewhere: where the first has it, where the others have it.
    pub(super) moves: BTreeMap<(usize, usize), Vec<usize>>,
}

impl Graph {
    /// The graph of a table; differences of `quiet` classes part no readings.
    pub(super) fn new(table: &AlignmentTable, quiet: &[Class]) -> Self {
        let witnesses = &table.witnesses;
        let mut graph = Self {
            nodes: vec![Node {
                text: String::new(),
                witnesses: (0..witnesses.len()).collect(),
                rank: 0,
                row: None,
                label: String::new(),
            }],
            edges: BTreeMap::new(),
            moves: BTreeMap::new(),
        };
        let mut at = vec![0; witnesses.len()];
        // For each witness where each of its nodes begins.
        let mut places: Vec<Vec<(u32, usize)>> = vec![Vec::new(); witnesses.len()];
        let labelled = table.rows.iter().filter(|_| table.has_labels());
        let labels: FxHashMap<RowNumber, String> = labelled
            .map(|row| (row.number, table.labels(row)))
            .collect();
        let mut rank = 0;
        for piece in joined(witnesses, pieces(table, table.rules(quiet))) {
            let groups: Vec<(String, Vec<usize>)> = piece
                .groups(witnesses)
                .into_iter()
                .map(|group| (line(&piece, table, group[0]), group))
                .filter(|(text, _)| !text.is_empty())
                .collect();
            rank += usize::from(!groups.is_empty());
            for (text, group) in groups {
                let node = graph.nodes.len();
                for &w in &group {
                    graph.edges.entry((at[w], node)).or_default().push(w);
                    at[w] = node;
                    places[w].push((piece.spans[w].start, node));
                }
                graph.nodes.push(Node {
                    text,
                    witnesses: group,
                    rank,
                    row: piece.row.map(|row| row.0),
                    label: piece
                        .row
                        .and_then(|row| labels.get(&row).cloned())
                        .unwrap_or_default(),
                });
            }
        }
        let end = graph.nodes.len();
        for (w, &last) in at.iter().enumerate() {
            graph.edges.entry((last, end)).or_default().push(w);
        }
        graph.nodes.push(Node {
            text: String::new(),
            witnesses: (0..witnesses.len()).collect(),
            rank: rank + 1,
            row: None,
            label: String::new(),
        });
        graph.join_moves(table, &places);
        graph
    }

    /// Joins the places of rows and words that some have elsewhere.
    fn join_moves(&mut self, table: &AlignmentTable, places: &[Vec<(u32, usize)>]) {
        let node = |w: usize, span: Span| {
            let places = &places[w];
            let at = places.partition_point(|&(start, _)| start <= span.start);
            at.checked_sub(1).map(|at| places[at].1)
        };
        let count = table.witnesses.len();
        let mut join = |span: &dyn Fn(usize) -> Option<Span>, moved: &dyn Fn(usize) -> bool| {
            let places: Vec<(usize, Option<usize>)> = (0..count)
                .filter_map(|w| Some((w, node(w, span(w)?))))
                .collect();
            let base = places.iter().filter(|(w, _)| !moved(*w));
            let Some(&(_, Some(from))) = base.min_by_key(|(w, _)| *w != table.base) else {
                return;
            };
            for &(w, to) in &places {
                if let Some(to) = to.filter(|&to| moved(w) && to != from) {
                    self.moves.entry((from, to)).or_default().push(w);
                }
            }
        };
        for row in &table.rows {
            if row.moved {
                let span = |w: usize| {
                    let unit = *row.cells[w].first()?;
                    Some(table.witnesses[w].unit(unit).span)
                };
                join(&span, &|w| row.moved_to_in(w, table.base).is_some());
            }
            for link in row.links.iter().filter(|link| link.moved) {
                let span = |w: usize| {
                    let token = *link.tokens[w].first()?;
                    Some(table.witnesses[w].token(token).span)
                };
                join(&span, &|w| link.is_moved_in(w, table.base));
            }
        }
        for witnesses in self.moves.values_mut() {
            witnesses.sort_unstable();
            witnesses.dedup();
        }
    }

    /// What stands between two nodes as people read it: the sigla, with commas between.
    pub(super) fn sigla(table: &AlignmentTable, witnesses: &[usize]) -> String {
        let sigla: Vec<&str> = witnesses
            .iter()
            .map(|&w| table.witnesses[w].siglum.0.as_str())
            .collect();
        sigla.join(", ")
    }
}

/// A reading in one line, without white space around it.
fn line(piece: &Piece, table: &AlignmentTable, w: usize) -> String {
    let text = piece.reading(&table.witnesses, w);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
